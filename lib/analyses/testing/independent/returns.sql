with back as (
  select product_id, -sum(amount) as money, sum(if(quantity < 0, -quantity, 0)) as units, count(*) as n from asked where is_return group by 1
),
gone as (
  select product_id, sum(if(is_return, 0, amount)) as money, sum(if(quantity > 0, quantity, 0)) as units from asked group by 1
),
placed as (
  select product_id, thing.name, thing.category, back.money, back.units, n, gone.money as sold_money, gone.units as sold_units,
    row_number() over (order by back.money desc, back.units desc, thing.name, product_id) as rank
  from back join gone using (product_id) join thing using (product_id)
)
select rank, name as product, category, money as returned_amount, units as returned_quantity, n as return_lines,
  sold_money as sold_amount, sold_units as sold_quantity,
  if(sold_money > 0, money::double / sold_money::double, null) as returned_share,
  if((select sum(money) from gone) > 0, (select sum(money) from back)::double / (select sum(money) from gone)::double, null) as shop_share,
  (select sum(money) from back) as all_returned, (select count(*) from back) as all_products, product_id
from placed where rank <= getvariable('limit') order by rank
