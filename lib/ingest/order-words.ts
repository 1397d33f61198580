import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";

const COLUMNS = ["customer_id", "store"] as const;
/** As for the columns of a file: more words than fit two bytes cost more than they save. */
const MOST_WORDS = 65_535;

/** Turns the repeating texts of `order_list` into dictionaries, which the lines that take them then share. */
export async function shortenOrderList(engine: Engine, options: RunOptions): Promise<void> {
  const { rows } = await engine.runText(
    `select count(*) as lines, ${COLUMNS.map((column) => `count(distinct ${column}) as ${column}`).join(", ")} from order_list`,
    {},
    options,
  );
  const lines = Number(rows[0]?.lines ?? 0);
  for (const column of COLUMNS) {
    const words = Number(rows[0]?.[column] ?? 0);
    if (words === 0 || words > Math.min(lines / 2, MOST_WORDS)) continue;
    const type = identifier(`order_list_${column}`);
    await engine.execute(
      `drop type if exists ${type};
      create type ${type} as enum (select distinct ${column} from order_list where ${column} is not null order by 1);
      alter table order_list alter ${column} type ${type};
      drop type ${type}`,
      options,
    );
  }
}
