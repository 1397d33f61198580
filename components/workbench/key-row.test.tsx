// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { click, type Mounted, mount, press } from "@/components/ui/testing/mount";
import { KeyRow } from "./key-row";

let shown: Mounted | null = null;
let chosen: (readonly string[])[] = [];

afterEach(() => {
  shown?.unmount();
  chosen = [];
});

function row(refusal: (keys: string) => string | null = () => null): Mounted {
  shown = mount(
    <ul>
      <KeyRow
        title="Delete the cell"
        keys={["D D"]}
        mac={false}
        shown={(keys) => keys}
        refusal={refusal}
        onChoose={(keys) => chosen.push(keys)}
      />
    </ul>,
  );
  click(shown.button("Change the keys of Delete the cell"));
  return shown;
}

const field = (on: Mounted) => on.labelled<HTMLInputElement>("New keys of Delete the cell");

describe("other keys for a command", () => {
  it("are the ones pressed, one or two after each other", () => {
    const on = row();
    expect(document.activeElement).toBe(field(on));
    press(field(on), "q");
    expect(field(on).value).toBe("Q");
    press(field(on), "w");
    expect(field(on).value).toBe("Q W");
    click(on.button("Use"));
    expect(chosen).toEqual([["Q W"]]);
    expect(on.all("input")).toEqual([]);
  });

  it("cannot be used while they are refused, and are pressed over", () => {
    const on = row((keys) => (keys.startsWith("J") ? "J is taken by “Next cell”." : null));
    press(field(on), "j");
    expect(on.one("[role=status]").textContent).toBe("J is taken by “Next cell”.");
    expect(on.button("Use").disabled).toBe(true);
    press(field(on), "q");
    expect(field(on).value).toBe("Q");
    click(on.button("Use"));
    expect(chosen).toEqual([["Q"]]);
  });

  it("can be none, or stay as they were", () => {
    const on = row();
    press(field(on), "Escape");
    expect([chosen, on.all("input")]).toEqual([[], []]);
    click(on.button("Change the keys of Delete the cell"));
    click(on.button("No keys"));
    expect(chosen).toEqual([[]]);
  });
});
