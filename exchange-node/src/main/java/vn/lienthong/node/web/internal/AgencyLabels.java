package vn.lienthong.node.web.internal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.node.web.AgencyNaming;

/** What agencies are called on pages: codes alone tell nobody anything. Templates ask it. */
@Component("agencyLabels")
public class AgencyLabels {

    private final ObjectProvider<AgencyNaming> naming;

    AgencyLabels(ObjectProvider<AgencyNaming> naming) {
        this.naming = naming;
    }

    /**
     * Returns name and code; the code alone when nobody knows the name.
     *
     * @param code of an agency
     */
    public String of(String code) {
        return naming.stream()
                .flatMap(one -> one.nameOf(code).stream())
                .findFirst()
                .map(name -> name + " (" + code + ")")
                .orElse(code);
    }
}
