with scope as (
  select 0 as position, 'all' as scope, null::date as month
  union all select 1, 'month', max(month) from full_month having count(*) > 0
  union all select 2, 'previous', (max(month) - interval 1 month)::date from full_month having count(*) > 1
  union all select 3, 'last_year', (max(month) - interval 12 months)::date from full_month having count(*) > 12
),
month_revenue as (select full_month.month, coalesce(sum(amount), 0) as revenue from full_month left join line using (month) group by 1)
select
  scope,
  strftime(scope.month, '%Y-%m') as period,
  coalesce(sum(amount), 0) as net_revenue,
  coalesce(sum(if(is_return, 0, amount)), 0) as gross_revenue,
  coalesce(sum(if(is_return, -amount, 0)), 0) as returned_amount,
  if(gross_revenue > 0, returned_amount::double / gross_revenue::double, null) as returned_share,
  coalesce(sum(quantity), 0) as units,
  if((select bool_or(transaction_id is not null) from line), count(distinct transaction_id), null) as orders,
  round(sum(if(transaction_id is null, 0, amount))::double / nullif(count(distinct transaction_id), 0), 4)::decimal(38, 4) as average_order_value,
  count(distinct product_id) as products,
  if((select bool_or(customer_id is not null) from line), count(distinct customer_id), null) as customers,
  (select first_day from era) as first_day,
  (select as_of from era) as as_of,
  count(line.product_id) - count(transaction_id) as lines_without_order,
  (select count(*) from full_month) as complete_months,
  coalesce(scope = 'month' and net_revenue > (select max(revenue) from month_revenue r where r.month < scope.month), false) as is_best_month
from scope left join line on scope.month is null or scope.month = line.month
group by scope.position, scope, scope.month
order by scope.position
