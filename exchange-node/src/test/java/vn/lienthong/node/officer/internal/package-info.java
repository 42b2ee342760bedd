@NullMarked
package vn.lienthong.node.officer.internal;

import org.jspecify.annotations.NullMarked;
