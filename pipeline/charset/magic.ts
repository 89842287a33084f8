/** First bytes of files that are no text, as Latin-1; where `at` is given, bytes from there. */
const MAGIC: readonly { readonly bytes: string; readonly at?: number; readonly kind: string }[] = [
  { bytes: "\x89PNG\r\n", kind: "a PNG image" },
  { bytes: "\xFF\xD8\xFF", kind: "a JPEG image" },
  { bytes: "GIF8", kind: "a GIF image" },
  { bytes: "WEBP", at: 8, kind: "a WebP image" },
  { bytes: "II*\0", kind: "a TIFF image" },
  { bytes: "MM\0*", kind: "a TIFF image" },
  { bytes: "%PDF-", kind: "a PDF" },
  { bytes: "PK\x03\x04", kind: "a ZIP archive or Office document" },
  { bytes: "PK\x05\x06", kind: "an empty ZIP archive" },
  { bytes: "\xD0\xCF\x11\xE0\xA1\xB1", kind: "an old Office document" },
  { bytes: "\x1F\x8B", kind: "a gzip archive" },
  { bytes: "BZh", kind: "a bzip2 archive" },
  { bytes: "\xFD7zXZ\0", kind: "an xz archive" },
  { bytes: "7z\xBC\xAF\x27\x1C", kind: "a 7z archive" },
  { bytes: "Rar!\x1A\x07", kind: "a RAR archive" },
  { bytes: "\x28\xB5\x2F\xFD", kind: "a Zstandard archive" },
  { bytes: "ustar", at: 257, kind: "a tar archive" },
  { bytes: "\x7FELF", kind: "a program" },
  { bytes: "MZ\x90\0", kind: "a program" },
  { bytes: "SQLite format 3\0", kind: "an SQLite database" },
  { bytes: "\0asm", kind: "a WebAssembly module" },
  { bytes: "ftyp", at: 4, kind: "a video" },
  { bytes: "OggS\0", kind: "a sound or video" },
  { bytes: "ID3\x03", kind: "a sound" },
  { bytes: "wOFF", kind: "a font" },
  { bytes: "wOF2", kind: "a font" },
];
const SAMPLE_BYTES = 65_536;
/** Control bytes are one in nine of random bytes, and none of a text's. */
const MAX_CONTROL_SHARE = 0.03;

/** What the bytes are when they are no text, or null. Not for UTF-16, which is full of zero bytes. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 300));
  const magic = MAGIC.find(({ bytes: start, at = 0 }) => head.startsWith(start, at));
  if (magic !== undefined) return magic.kind;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  // By index: an iterator over bytes takes several times as long.
  for (let at = 0; at < sample.length; at++) controls += CONTROLS[sample[at]!]!;
  return controls > sample.length * MAX_CONTROL_SHARE ? "binary data" : null;
}

/** 1 for a control byte that no text has. */
const CONTROLS = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte < 0x20 && !"\t\n\f\r\x1b".includes(String.fromCharCode(byte))),
);

export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
