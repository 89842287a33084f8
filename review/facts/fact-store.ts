import type { DuckDBConnection } from "@duckdb/node-api";
import type { Status } from "../../schemas/decision.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { Facets, Filter, Position, Rows } from "../../schemas/review.ts";

/** What the decisions make of one fact. */
export interface FactState {
  /** Id of the fact. */
  readonly fact: string;
  readonly status: Status;
  /** Who decided on it, sorted. */
  readonly reviewers: readonly string[];
  /** The fact as corrected or added; null where what was extracted stands, or nothing. */
  readonly current: Fact | null;
}

export interface StoredFact {
  /** With decisions applied. */
  readonly fact: Fact;
  readonly status: Status;
}

export interface RowsQuestion {
  readonly filter: Filter;
  readonly sort: string;
  readonly offset: number;
  readonly limit: number;
  readonly view?: string;
}

/** The facts of one file as a table that can be asked; it follows the file while that grows. */
export interface FactStore {
  readonly path: string;
  /** Grows with each change of facts or of their states. */
  readonly version: number;
  readonly facts: number;
  readonly documents: number;
  readonly loaded: { readonly bytes: number; readonly of: number };
  readonly broken: { readonly count: number; readonly first: readonly string[] };
  /** Ends when the file is read to the size that it had when it was opened. */
  whole(): Promise<void>;
  /** Calls after each change; @returns how to stop it */
  onChange(listener: () => void): () => void;
  facets(filter: Filter): Promise<Facets>;
  rows(question: RowsQuestion): Promise<Rows>;
  position(question: Omit<RowsQuestion, "offset" | "limit"> & { readonly fact: string }): Promise<Position>;
  /** As extracted, whatever was decided; null where the file holds none of this id. */
  extracted(id: string): Promise<Fact | null>;
  /** With decisions applied; rejected ones too. */
  fact(id: string): Promise<StoredFact | null>;
  ofDocument(doc: string): Promise<readonly StoredFact[]>;
  /** Those of the ids that the file does not hold. */
  missing(ids: readonly string[]): Promise<readonly string[]>;
  /** Sets what decisions make of facts. A fact that is not named keeps its state. */
  apply(states: readonly FactState[]): Promise<void>;
  /**
   * A query on the view `current`: the columns of `STORE_COLUMNS`, `seq`, `status` and `reviewers`; one row a fact, with
   * decisions applied, rejected ones among them. Parameters stand as `$name`.
   */
  query(
    sql: string,
    values?: Readonly<Record<string, string | number>>,
  ): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** `WHERE …` for a filter, on `current`, or an empty text; with its parameters. */
  where(filter: Filter): { readonly sql: string; readonly values: Readonly<Record<string, string | number>> };
  /** A connection of its own to the database, for what streams; the caller closes it. */
  connect(): Promise<DuckDBConnection>;
  close(): Promise<void>;
}
