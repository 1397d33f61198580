import { expect, test } from "./fixtures/lucid";

const LIGHT_PAGE = "/nothing/here";

test.describe("a test fails by itself, whatever it looks at,", () => {
  test.beforeEach(async ({ guard, page }) => {
    guard.allow(/404/);
    await page.goto(LIGHT_PAGE);
  });

  test.fail("when the page writes an error to the console", async ({ page }) => {
    await page.evaluate(() => console.error("something went wrong"));
  });

  test.fail("when an error is not caught", async ({ page }) => {
    const thrown = page.waitForEvent("pageerror");
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error("nobody catches this");
      });
    });
    await thrown;
  });

  test.fail("when a policy is broken", async ({ page }) => {
    await page.evaluate(() => {
      const image = document.createElement("img");
      image.src = "https://elsewhere.example/pixel.png";
      const told = new Promise((resolve) => addEventListener("securitypolicyviolation", resolve, { once: true }));
      document.body.append(image);
      return told.then(() => undefined);
    });
  });
});

test.describe("without a policy", () => {
  test.use({ bypassCSP: true });

  test.fail("a request to another host is blocked and fails the test", async ({ guard, page }) => {
    guard.allow(/404/, /ERR_BLOCKED_BY_CLIENT/);
    await page.goto(LIGHT_PAGE);
    await page.evaluate(() => fetch("http://elsewhere.example/", { mode: "no-cors" }).catch(() => undefined));
  });
});

test("what a test provokes on purpose can be allowed", async ({ guard, page }) => {
  guard.allow(/404/, /on purpose/);
  await page.goto(LIGHT_PAGE);
  const written = page.waitForEvent("console");
  await page.evaluate(() => console.error("on purpose"));
  expect((await written).text()).toBe("on purpose");
});
