package vn.lienthong.node.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.identity.RefusalListener;

/** Remembers every refusal, as the security log will. */
public class RefusalRecorder implements RefusalListener {

    private final List<Refusal> heard = new CopyOnWriteArrayList<>();

    @Override
    public void refused(Refusal refusal) {
        heard.add(refusal);
    }

    /** The last one. */
    public Refusal last() {
        return heard.getLast();
    }

    /** All of them. */
    public List<Refusal> all() {
        return List.copyOf(heard);
    }
}
