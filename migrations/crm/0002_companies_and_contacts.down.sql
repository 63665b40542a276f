drop table crm.contacts;
drop table crm.companies;
