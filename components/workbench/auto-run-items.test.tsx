// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { Menu, MenuContent, MenuTrigger } from "@/components/ui/menu";
import { click, type Mounted, mount } from "@/components/ui/testing/mount";
import { AutoRunItems } from "./auto-run-items";

let shown: Mounted;
const actions = { onAutoRun: vi.fn(), onRunStale: vi.fn() };

afterEach(() => {
  shown.unmount();
  vi.clearAllMocks();
});

function items(autoRun: boolean, waiting: number): HTMLElement[] {
  shown = mount(
    <Menu open>
      <MenuTrigger>More</MenuTrigger>
      <MenuContent>
        <AutoRunItems autoRun={autoRun} waiting={waiting} {...actions} />
      </MenuContent>
    </Menu>,
  );
  return shown.all("[role=menuitem]");
}

describe("Auto-run in a narrow window", () => {
  it("is turned off, and nothing waits while it is on", () => {
    const [off, ...others] = items(true, 2);
    expect([off?.textContent, others]).toEqual(["Turn Auto-run off", []]);
    if (off) click(off);
    expect(actions.onAutoRun).toHaveBeenCalledExactlyOnceWith(false);
  });

  it("is turned on again, and what waits is run", () => {
    const [run, on] = items(false, 2);
    expect([run?.textContent, on?.textContent]).toEqual(["Run 2 stale", "Turn Auto-run on"]);
    if (run) click(run);
    expect(actions.onRunStale).toHaveBeenCalledOnce();
  });
});
