/** Views in the order of the navigation. */
export const VIEW_NAMES = ["queue", "table", "pictures", "compare", "agreement", "try"] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

export const isView = (name: string): name is ViewName => (VIEW_NAMES as readonly string[]).includes(name);
