-- The job that is put every hour is found without walking over all jobs.
set role guichet_owner;
create index on base.jobs (kind, made_at desc);
reset role;
