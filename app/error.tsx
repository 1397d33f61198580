"use client";

import { Button } from "@/components/ui/button";
import { PageColumn } from "@/components/ui/page-layout";

/** What is left to say when the page itself fails: the data is safe, and two ways on. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <PageColumn>
      <h1 className="mt-16 font-semibold font-serif text-3xl">The page could not be drawn</h1>
      <p className="mt-3 max-w-[62ch] text-lg text-soft">
        Your files and notebooks are stored in this browser and were not touched. Try again; if it happens again, reload
        the page.
      </p>
      <div className="mt-6 flex gap-3">
        <Button variant="primary" size="lg" onClick={reset}>
          Try again
        </Button>
        <Button variant="outline" size="lg" onClick={() => window.location.reload()}>
          Reload
        </Button>
      </div>
    </PageColumn>
  );
}
