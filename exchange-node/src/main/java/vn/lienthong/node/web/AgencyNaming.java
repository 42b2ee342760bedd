package vn.lienthong.node.web;

import java.util.Optional;

/** Knows what agencies are called. Offered by whoever has the directory. */
@FunctionalInterface
public interface AgencyNaming {

    /**
     * Names the agency that has a code now.
     *
     * @param code its code, well-formed
     * @return its name; empty when the directory does not know it
     */
    Optional<String> nameOf(String code);
}
