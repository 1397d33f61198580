import { cookies } from "next/headers";
import { NOTEBOOK_COOKIE } from "@/components/workbench/notebook-cookie";
import { Workbench } from "@/components/workbench/workbench";

export default async function Page() {
  const returning = (await cookies()).get(NOTEBOOK_COOKIE)?.value === "1";
  return <Workbench returning={returning} />;
}
