with per as (
  select if(getvariable('by') = 'category', coalesce(category, '(no category)'), product_id) as key,
    if(getvariable('by') = 'category', key, any_value(name)) as product, sum(amount) as money, sum(quantity) as units
  from asked group by key
),
placed as (select *, row_number() over (order by money desc, units desc, product, key) as rank from per),
whole as (select sum(amount) as total from asked),
above as (
  select one.rank, coalesce(sum(other.money), 0) as money_above
  from placed one left join placed other on other.rank < one.rank group by one.rank
),
classed as (
  select placed.*, money_above, total,
    case when money <= 0 then 'C'
      when money_above < getvariable('a_cutoff')::decimal(9, 6) * total then 'A'
      when money_above < getvariable('b_cutoff')::decimal(9, 6) * total then 'B' else 'C' end as class
  from placed join above using (rank), whole
),
rows_shown as (
  select rank, product, money, money_above + money as running, class, false as is_rest from classed where rank <= getvariable('limit')
  union all
  select null, 'All others', sum(money), any_value(total), null, true from classed where rank > getvariable('limit') having count(*) > 0
)
select rank, product, money as revenue,
  if(total > 0, money::double / total::double, null) as share,
  if(total > 0, running::double / total::double, null) as cumulative_share,
  class as abc_class, is_rest,
  (select count(*) from classed) as all_products,
  (select count(*) from classed where class = 'A') as a_products,
  (select sum(money) from classed where class = 'A') as a_revenue,
  total
from rows_shown, whole order by is_rest, rank
