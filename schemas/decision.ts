import Type, { type Static } from "typebox";
import { FactSchema } from "./fact.ts";

/** What a reviewer can do with a fact; `undo` takes an earlier decision of the same reviewer back. */
export const ACTIONS = ["accept", "correct", "reject", "add", "undo"] as const;
export type Action = (typeof ACTIONS)[number];

/** A reviewer speaks for one of several; an adjudicator ends what they differ in. */
export const ROLES = ["reviewer", "adjudicator"] as const;
export type Role = (typeof ROLES)[number];

const nullable = <T extends Type.TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const text = (description: string) => Type.String({ minLength: 1, description });

/** One line of `decisions.jsonl`, to which lines are only ever added. */
export const DecisionSchema = Type.Object(
  {
    id: text("unique; what an undo names"),
    at: text("when: ISO 8601 with offset"),
    reviewer: text("who"),
    role: Type.Enum([...ROLES]),
    action: Type.Enum([...ACTIONS]),
    fact: text("id of the fact"),
    doc: text("id of its document"),
    before: nullable(FactSchema, "the fact as it was judged; null where one is added"),
    after: nullable(FactSchema, "the fact as it should be: of accept, correct and add"),
    reason: nullable(Type.String(), "why, in the reviewer's words"),
    undoes: nullable(Type.String(), "id of the decision that an undo takes back"),
  },
  {
    additionalProperties: false,
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://jingjian.invalid/schemas/decision.schema.json",
    title: "Decision",
    description: "What one person said of one fact",
  },
);

export type Decision = Static<typeof DecisionSchema>;

/** Where a fact stands. `disputed`: reviewers differ, and nobody has adjudicated. */
export const STATUSES = ["extracted", "accepted", "corrected", "added", "rejected", "disputed"] as const;
export type Status = (typeof STATUSES)[number];
