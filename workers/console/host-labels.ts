/** Hosts that are counted beside those with a label, to see which of them deserve one. */
const CANDIDATES = 1_000;

/** What stands for every host without a label of its own. */
export const OTHER = "other";

/**
 * Keeps the labels of a metric few: the hosts that weigh most have one, the rest share {@link OTHER}.
 * A host that comes to weigh more than the lightest labelled one takes its place; what it weighed until then stays with
 * the rest, so that no series ever goes down.
 */
export class HostLabels {
  private readonly labelled = new Map<string, number>();
  private readonly candidates = new Map<string, number>();

  /** @param size how many hosts have a label at once */
  constructor(private readonly size: number) {}

  /**
   * @param weight what is added for this host
   * @returns its label, and the host whose label it took, whose series should be removed
   */
  label(host: string, weight: number): { readonly label: string; readonly replaced: string | null } {
    const known = this.labelled.get(host);
    if (known !== undefined || this.labelled.size < this.size) {
      this.labelled.set(host, (known ?? 0) + weight);
      return { label: host, replaced: null };
    }
    const total = (this.candidates.get(host) ?? 0) + weight;
    const [lightest, least] = this.lightest();
    if (total <= least) {
      this.remember(host, total);
      return { label: OTHER, replaced: null };
    }
    this.labelled.delete(lightest);
    this.candidates.delete(host);
    this.remember(lightest, least);
    this.labelled.set(host, total);
    return { label: host, replaced: lightest };
  }

  private lightest(): [string, number] {
    let found: [string, number] = ["", Number.POSITIVE_INFINITY];
    for (const entry of this.labelled) if (entry[1] < found[1]) found = entry;
    return found;
  }

  private remember(host: string, total: number): void {
    // Whoever waits often is back soon; memory stays flat over millions of hosts.
    if (this.candidates.size >= CANDIDATES) this.candidates.clear();
    this.candidates.set(host, total);
  }
}
