package desk

import "golang.org/x/sys/windows"

// knownFolders are the names under which Windows keeps them.
var knownFolders = map[int]*windows.KNOWNFOLDERID{
	folderDocuments: windows.FOLDERID_Documents,
	folderCache:     windows.FOLDERID_LocalAppData,
	folderSettings:  windows.FOLDERID_RoamingAppData,
}

// known asks Windows, which knows a folder that was moved, or that lies in OneDrive; "" where it doesn't say.
func known(folder int) string {
	path, err := windows.KnownFolderPath(knownFolders[folder], windows.KF_FLAG_DONT_VERIFY)
	if err != nil {
		return ""
	}
	return path
}
