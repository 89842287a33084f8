/** Rows that were added last. */
export interface Added {
  readonly rows: number;
  /** What stands behind `FROM` for them alone; their columns are those of the view `facts`. */
  readonly from: string;
}

/** Where the lines of a file lie as rows: the view `facts`, the store's columns behind `row`, which counts from 0. */
export interface FactTable {
  /** How many there are. */
  readonly rows: number;
  /** Makes the view anew, without rows. */
  clear(): Promise<void>;
  /**
   * Adds what a query gives for the store's columns, in its order.
   * @param isGood asked of the rows added; where it says no, they are taken out again
   * @returns null where they were taken out
   */
  add(query: string, isGood?: (added: Added) => Promise<boolean>): Promise<Added | null>;
}
