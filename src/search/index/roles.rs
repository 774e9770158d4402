//! Roles of those who answer as bits of a number.

use crate::model::plan::responsible::Role;

/// Roles in the order of their bits.
pub const ROLES: [Role; 18] = [
    Role::Authority,
    Role::AuthorityHead,
    Role::Specialist,
    Role::Coordinator,
    Role::Curator,
    Role::WorkingGroup,
    Role::MethodicalOffice,
    Role::MethodicalAssociation,
    Role::SchoolTeam,
    Role::SchoolHead,
    Role::NamedSchool,
    Role::Schools,
    Role::Teachers,
    Role::RegionalMinistry,
    Role::RegionalInstitute,
    Role::MunicipalAuthorities,
    Role::Administration,
    Role::Other,
];

/// Roles as bits.
pub fn role_mask(roles: &[Role]) -> u32 {
    ROLES.iter().enumerate().fold(0, |mask, (bit, role)| {
        mask | u32::from(roles.contains(role)) << bit
    })
}
