drop table crm.order_lines;
drop table crm.orders;
