package vn.lienthong.node.web;

/** What agencies are called, for people: codes alone tell nobody anything. Templates ask the bean {@code agencyLabels}. */
@FunctionalInterface
public interface AgencyLabels {

    /**
     * Names the agency that has a code now, or had it last.
     *
     * @param code its code
     * @return name and code; the code alone when the directory does not know it
     */
    String of(String code);
}
