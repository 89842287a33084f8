/** A key on a button; the button tells it to screen readers by `aria-keyshortcuts`. */
export function KeySign({ children }: { readonly children: string }) {
  return (
    <span class="key-sign" aria-hidden="true">
      <kbd>{children}</kbd>
    </span>
  );
}
