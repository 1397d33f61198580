import Link from "next/link";
import { buttonVariants } from "@/components/ui/button";
import { PageColumn } from "@/components/ui/page-layout";

/** An address Lucid does not have. */
export default function NotFound() {
  return (
    <PageColumn>
      <h1 className="mt-16 font-semibold font-serif text-3xl">There is nothing at this address</h1>
      <p className="mt-3 text-lg text-soft">Your notebooks are on the first page.</p>
      <Link href="/" className={buttonVariants({ variant: "primary", size: "lg", className: "mt-6" })}>
        Go to the first page
      </Link>
    </PageColumn>
  );
}
