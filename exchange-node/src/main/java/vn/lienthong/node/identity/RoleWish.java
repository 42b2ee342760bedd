package vn.lienthong.node.identity;

import java.time.Instant;

/**
 * A change of a role that waits for another administrator.
 *
 * @param id its number
 * @param role which role
 * @param permission which permission
 * @param carried whether the role is to carry it
 * @param by who wishes it
 * @param at since when
 */
public record RoleWish(long id, Role role, Permission permission, boolean carried, LoginName by, Instant at) {}
