/* Permissions and the one database role of each: the same rows as sql/base/seed.sql (compared by `guichet check`). */
#include "guichet/app.h"

const struct permission PUBLIC = { "public", "web_public", true, -1 };
const struct permission DOOR = { "door", "web_door", true, -1 };
const struct permission ACCOUNT_OWN = { "account.own", "web_account", false, 0 };
const struct permission ACCOUNT_SECOND_FACTOR = { "account.second_factor", "web_pending", false, 1 };
const struct permission CAREER_OWN = { "career.own", "web_self", false, 2 };
const struct permission CAREER_CONSULT = { "career.consult", "web_clerk", false, 3 };
const struct permission CAREER_EXPORT = { "career.export", "web_export", false, 4 };
const struct permission IMPORT_PERSONNEL = { "import.personnel", "web_import", false, 5 };
const struct permission JOURNAL_INSPECT = { "journal.inspect", "web_inspector", false, 6 };
const struct permission ACCOUNTS_ADMIN = { "accounts.admin", "web_admin", false, 7 };
const struct permission ACTS_WORK = { "acts.work", "web_acts", false, 8 };
const struct permission ACTS_SIGN = { "acts.sign", "web_sign", false, 9 };
const struct permission ADVANCEMENT_RUN = { "advancement.run", "web_advancement", false, 10 };
const struct permission CERTIFICATES_DESK = { "certificates.desk", "web_certificates", false, 11 };
const struct permission ARCHIVE_WORK = { "archive.work", "web_archive", false, 12 };
const struct permission REQUESTS_OWN = { "requests.own", "web_requester", false, 13 };
const struct permission REQUESTS_DESK = { "requests.desk", "web_desk", false, 14 };
const struct permission SERVICES_MANAGE = { "services.manage", "web_catalogue", false, 15 };
const struct permission MACHINE = { "machine", "web_machine", true, -1 };          /* who asks shows a secret of his own */
const struct permission APPOINTMENTS_OWN = { "appointments.own", "web_booking", false, 20 };
const struct permission APPOINTMENTS_DESK = { "appointments.desk", "web_booking_desk", false, 21 };
const struct permission PENSIONS_DESK = { "pensions.desk", "web_pensions", false, 22 };
const struct permission PAYROLL_COMPARE = { "payroll.compare", "web_payroll", false, 23 };
const struct permission LIFE_DESK = { "life.desk", "web_life", false, 24 };
const struct permission PENSIONS_CLAIM = { "pensions.claim", "web_claimant", false, 25 };
