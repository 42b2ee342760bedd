@NullMarked
package vn.lienthong.node.audit.internal.search;

import org.jspecify.annotations.NullMarked;
