package vn.lienthong.node.sandbox.internal;

import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.InSandbox;
import vn.lienthong.node.sandbox.SandboxAgency;
import vn.lienthong.node.training.simulation.Manners;

/** All agree to give back except the slow one, so that programs see both answers. */
@Component
@InSandbox
class SandboxManners implements Manners {

    private static final String REFUSED_BECAUSE =
            "Không thuộc thẩm quyền giải quyết. (Cơ quan mô phỏng này từ chối mọi văn bản.)";

    @Override
    public String refusal(AgencyCode agency) {
        return REFUSED_BECAUSE;
    }

    @Override
    public boolean yields(AgencyCode agency) {
        return !agency.equals(SandboxAgency.SLOW30M.code());
    }
}
