import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { install, missing } from "./debian-packages.ts";

/** Nothing but what a test asks for: no first-run page, no updates, no request of the browser's own. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A real Chromium without a window: that of `CHROME_PATH`, else Debian's, installed where missing. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), headless: true, args: FLAGS });
}

function chromiumPath(): string {
  const given = process.env.CHROME_PATH;
  if (given !== undefined && given !== "") {
    if (!existsSync(given)) throw new Error(`CHROME_PATH names ${given}, where there is no file`);
    return given;
  }
  const found = () => PATHS.find((path) => existsSync(path));
  const lacking = [...(found() === undefined ? ["chromium"] : []), ...(hasChineseFont() ? [] : ["fonts-noto-cjk"])];
  if (lacking.length > 0) install(...lacking);
  return found() ?? missing("chromium");
}

/** Without one every Chinese sign on a screenshot is the same box. */
function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "";
}
