interface SchemaError {
  readonly instancePath: string;
  readonly message: string;
}

/** The first thing that keeps a value from being of its form, for people. */
export function whyNot([error]: readonly SchemaError[]): string {
  if (error === undefined) return "it has another form";
  const { instancePath: path, message } = error;
  return message === "schema is false" ? `${path} is no field of it` : `${path === "" ? "it" : path} ${message}`;
}
