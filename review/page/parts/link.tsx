import type { HTMLAttributes } from "preact";
import { type Changes, go, hrefOf } from "../address.ts";

type LinkProps = Omit<HTMLAttributes<HTMLAnchorElement>, "role"> & { readonly to: Changes };

/** A link to another view or state of this page: opens here, and in a new window like any other link. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={hrefOf(to)}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || event.button !== 0) return;
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(to);
      }}
    />
  );
}
