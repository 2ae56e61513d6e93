// node cshot.mjs OUT path token [width...]
import { chromium } from "playwright-core";
const [out, path, token, ...widths] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const w of widths.length ? widths : ["1280", "360"]) {
  const c = await b.newContext({ viewport: { width: +w, height: 900 }, locale: "fr-FR" });
  await c.addCookies([{ name: "guichet", value: token, domain: "localhost", path: "/" }]);
  const p = await c.newPage();
  const r = await p.goto("http://localhost:8202" + path);
  console.log(r.status(), p.url(), await p.evaluate(() => document.documentElement.scrollWidth));
  await p.screenshot({ path: `/tmp/cshots/${out}-${w}.png`, fullPage: true });
  await c.close();
}
await b.close();
