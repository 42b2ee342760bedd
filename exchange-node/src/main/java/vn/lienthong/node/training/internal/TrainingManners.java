package vn.lienthong.node.training.internal;

import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.training.TrainingAgency;
import vn.lienthong.node.training.simulation.Manners;

/** Simulated agencies behave as their temper is. */
@Component
@ForTrainees
class TrainingManners implements Manners {

    private static final String REFUSED_BECAUSE =
            "Nội dung không thuộc thẩm quyền của Sở Tài chính; đề nghị gửi Sở Nội vụ."
                    + " (Cơ quan tập huấn này từ chối mọi văn bản.)";

    @Override
    public String refusal(AgencyCode agency) {
        return REFUSED_BECAUSE;
    }

    @Override
    public boolean yields(AgencyCode agency) {
        return TrainingAgency.of(agency)
                .filter(one -> one.temper() == TrainingAgency.Temper.UNYIELDING)
                .isEmpty();
    }
}
