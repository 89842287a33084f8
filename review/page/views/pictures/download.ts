/** Twice as many pixels, as sharp screens and paper want them. */
const SCALE = 2;
/** Browsers draw no larger canvas. */
const MOST_PX = 16_000;

/** Offers a file to keep. */
function offer(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const svgBlob = (svg: SVGSVGElement): Blob =>
  new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`], {
    type: "image/svg+xml",
  });

export function downloadSvg(svg: SVGSVGElement, name: string): void {
  offer(svgBlob(svg), `${name}.svg`);
}

/** @throws {Error} where the browser cannot draw it */
export async function downloadPng(svg: SVGSVGElement, name: string): Promise<void> {
  const [width, height] = [Number(svg.getAttribute("width")), Number(svg.getAttribute("height"))];
  const scale = Math.min(SCALE, MOST_PX / Math.max(width, height));
  const address = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob === null) throw new Error(`no picture of ${canvas.width} × ${canvas.height} could be made`);
    offer(blob, `${name}.png`);
  } finally {
    URL.revokeObjectURL(address);
  }
}
