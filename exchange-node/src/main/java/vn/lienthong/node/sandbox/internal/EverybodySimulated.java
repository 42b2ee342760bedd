package vn.lienthong.node.sandbox.internal;

import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.SimulatedAgencies;
import vn.lienthong.node.platform.InSandbox;
import vn.lienthong.node.sandbox.SandboxAgency;

/** In a sandbox no agency is real, those of the programs neither: keys for trying out reach all of them. */
@Component
@InSandbox
class EverybodySimulated implements SimulatedAgencies {

    @Override
    public boolean simulated(AgencyCode agency) {
        return SandboxAgency.of(agency).isPresent();
    }
}
