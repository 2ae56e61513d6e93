-- A missing act is work of the archive under its own number, and is known again from one look at the career to the next.
set role guichet_owner;
alter table pensions.missing add column report_id bigint references archive.reports on delete restrict;  -- what the archive was asked
alter table pensions.missing add column key text not null default '';                               -- what is missing, whatever its date became
create index on pensions.missing (report_id) where report_id is not null;
create unique index missing_open on pensions.missing (file_id, key) where resolved_at is null;
create index on pensions.missing (file_id) where resolved_at is null;
alter table pensions.facts add column upload_id bigint references base.files on delete restrict;     -- its paper
create index on pensions.facts (upload_id) where upload_id is not null;
reset role;
