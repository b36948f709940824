/* A picture of a report's page with a row open: node picture.mjs INDEX.HTML PICTURE.PNG (scripts/pictures). */
import {launch, open} from "./browser.mjs";

const [, , file, picture] = process.argv;
const browser = await launch();
const page = await open(browser, file, {viewport: {width: 1200, height: 1000}, deviceScaleFactor: 0.8, colorScheme: "light"});
/* The long tables in the middle are left out: the picture shows the beginning, the licenses and the list. */
await page.evaluate(() => {
  for (const node of document.querySelectorAll("#inputs tr:nth-child(n + 7), #inputs h3:nth-of-type(2), #inputs .wide:nth-of-type(2)"))
    node.hidden = true;
});
await page.focus("#grid");
await page.keyboard.press("Enter");
await page.evaluate(() => document.activeElement.blur());
await page.screenshot({path: picture, fullPage: true});
await browser.close();
