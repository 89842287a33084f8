import Type, { type Static } from "typebox";

/** One line of a documents JSONL: exactly one of `html`, `text` and `markdown` holds the document. */
export const DocumentLineSchema = Type.Object(
  {
    id: Type.Union([Type.String({ minLength: 1 }), Type.Integer()]),
    url: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    title: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    publisher: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    author: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    published: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    html: Type.Optional(Type.String()),
    text: Type.Optional(Type.String()),
    markdown: Type.Optional(Type.String()),
  },
  {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://jingjian.invalid/schemas/document-line.schema.json",
    title: "Document line",
    description: "One line of a documents JSONL; exactly one of html, text and markdown",
  },
);

export type DocumentLine = Static<typeof DocumentLineSchema>;
