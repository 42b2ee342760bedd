package vn.lienthong.node.outgoing.internal.recipients;

import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.Bloc;

/**
 * An agency of the directory that documents can be sent to.
 *
 * @param code under which it is addressed
 * @param name in full
 * @param bloc its bloc
 * @param parent the name of the agency above it, empty at the top
 */
public record Listed(AgencyCode code, String name, Bloc bloc, String parent) {}
