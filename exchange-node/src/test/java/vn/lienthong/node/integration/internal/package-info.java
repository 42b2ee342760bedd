@NullMarked
package vn.lienthong.node.integration.internal;

import org.jspecify.annotations.NullMarked;
