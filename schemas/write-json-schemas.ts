import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "./json-schema.ts";

// `npm run schemas`, from the project's root: writes schemas/*.schema.json anew.
for (const [name, text] of jsonSchemas()) writeFileSync(join("schemas", name), text);
