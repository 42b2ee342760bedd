package vn.lienthong.node.web;

import vn.lienthong.node.identity.Permission;

/**
 * One entry of the main navigation; modules offer theirs as beans. A person sees those that the permissions allow, at most seven.
 *
 * @param section what the pages call themselves when the frame asks which entry is the present one
 * @param href where it leads, on this site
 * @param label key of its text
 * @param order smaller comes first
 * @param needs who sees it
 */
public record NavigationItem(String section, String href, String label, int order, Permission needs) {}
