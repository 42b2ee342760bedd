package vn.lienthong.node.gateway.internal;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.node.gateway.StatusDetail;
import vn.lienthong.node.platform.Troubles;

/** Work in the background that fails just now: no member as long as all goes well. */
@Component
class BackgroundStatus implements StatusDetail {
    private final ObjectProvider<Troubles> background;

    BackgroundStatus(ObjectProvider<Troubles> background) {
        this.background = background;
    }

    @Override
    public Map<String, Object> members() {
        Map<String, String> troubles = new TreeMap<>();
        background.orderedStream().forEach(work -> troubles.putAll(work.troubles()));
        return troubles.isEmpty() ? Map.of() : Map.of("troubles", troubles);
    }
}
