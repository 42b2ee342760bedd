package vn.lienthong.node.audit.internal.export;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.node.audit.export.ExportJob;
import vn.lienthong.node.audit.internal.Times;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogState;
import vn.lienthong.node.platform.NodeFacts;

/** Says what an export holds, signed by this node. */
@Component
class ExportManifest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final NodeKeys keys;
    private final NodeFacts facts;
    private final LogBook log;

    ExportManifest(NodeKeys keys, NodeFacts facts, LogBook log) {
        this.keys = keys;
        this.facts = facts;
        this.log = log;
    }

    byte[] write(ExportJob job, WrittenExport written, long size, Sha256 sha256, Instant now) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("v", 1);
        manifest.put("type", "lienthong.audit-export");
        manifest.put("exportId", job.id().toString());
        manifest.put("node", keys.nodeId().value());
        manifest.put("software", facts.version());
        manifest.put("createdAt", Times.text(now));
        manifest.put("requestedBy", job.requestedBy());
        if (job.decidedBy() != null) {
            manifest.put("approvedBy", job.decidedBy());
        }
        manifest.put("format", job.format().name());
        manifest.put("from", Times.text(job.filter().from()));
        manifest.put("until", Times.text(job.filter().until()));
        Map<String, String> terms = new TreeMap<>();
        job.filter().terms().forEach((field, value) -> terms.put(field.name(), value));
        manifest.put("terms", terms);
        manifest.put("count", written.count());
        if (written.first() != null && written.last() != null) {
            manifest.put("first", written.first().toString());
            manifest.put("last", written.last().toString());
        }
        manifest.put("file", Map.of("name", job.fileName(), "size", size, "sha256", sha256.hex()));
        manifest.put("log", head(log.state(LogName.EVENTS)));
        return JSON.writeValueAsBytes(manifest);
    }

    private static Map<String, Object> head(LogState state) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("origin", state.origin());
        head.put("size", state.size());
        head.put("root", state.root().hex());
        if (state.checkpoint() != null) {
            head.put("checkpoint", state.checkpoint());
        }
        return head;
    }

    byte[] sign(byte[] manifest, Instant now) {
        return DetachedSignature.sign(manifest, keys.signingKey(), now);
    }
}
