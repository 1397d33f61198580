import type { Metadata } from "next";
import { ReportPage } from "@/components/report/report-page";

export const metadata: Metadata = { title: "Report, Lucid", robots: { index: false } };

/** A shared report: all of it stands in the address behind the #, which is sent to no server. */
export default function Page() {
  return <ReportPage />;
}
