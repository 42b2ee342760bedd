/**
 * edXML at a node: what every door that speaks edXML shares. A message comes in and becomes a sealed dispatch or statements; a
 * document of the inbox goes out as edXML; what a door cannot deliver is put aside alone.
 *
 * <p>For the doors: {@link vn.lienthong.node.edxml.EdxmlIntake}, {@link vn.lienthong.node.edxml.EdxmlOutlet} and
 * {@link vn.lienthong.node.edxml.Quarantine}.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "database",
            "delivery",
            "directory",
            "documents",
            "evidence",
            "keys",
            "platform",
            "statement",
            "storage"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.edxml;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
