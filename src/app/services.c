/* The services of this portal, in the order of their names; a service may have several tables of routes.
 * Adding one = its folders and a line here. */
#include "guichet/app.h"

extern const struct service accounts_admin_service, accounts_second_factor_service, accounts_service, accounts_sign_in_service,
	accounts_steps_service, acts_service, advancement_service, appointments_desk_service, appointments_service, archive_service, career_service,
	certificates_service, channels_machine_service, channels_partner_service, channels_partners_service, channels_service, cohorts_service,
	imports_service, payroll_service, pensioners_service, pensions_circuit_service, pensions_service, portal_service, requests_desk_service,
	requests_service, services_service, verify_service;

const struct service *const SERVICES[] = { &accounts_admin_service, &accounts_second_factor_service, &accounts_service, &accounts_sign_in_service,
	&accounts_steps_service, &acts_service, &advancement_service, &appointments_desk_service, &appointments_service, &archive_service, &career_service,
	&certificates_service, &channels_machine_service, &channels_partner_service, &channels_partners_service, &channels_service, &cohorts_service,
	&imports_service, &payroll_service, &pensioners_service, &pensions_circuit_service, &pensions_service, &portal_service, &requests_desk_service,
	&requests_service, &services_service, &verify_service, NULL };
